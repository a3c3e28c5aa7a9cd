// The first script of the site, a kilobyte: the database is asked for, and the page of the address is fetched, beside the
// program and not after it.
import { isReportHash } from '../ui/routes'
import './connection'

void import('./main')
void (isReportHash(location.hash) ? import('../ui/shell/ReportPage') : import('../ui/home/HomePage'))
