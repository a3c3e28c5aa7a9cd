// The first script of the site, a kilobyte: the database is asked for, and the page of the address is fetched, beside the
// program and not after it.
import './connection'

if (location.hash.startsWith('#/report/')) void import('../ui/shell/ReportPage')
void import('./main')
