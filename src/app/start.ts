// The first script of the site, a kilobyte: the database is asked for, and the page of the address is fetched, beside the
// program and not after it.
import './connection'

void import('./main')
void (location.hash.startsWith('#/report/')
  ? import('../ui/shell/ReportPage')
  : import('../ui/home/HomePage'))
