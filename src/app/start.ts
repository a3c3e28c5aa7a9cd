// The first script of the site, a few hundred bytes: what the address asks for is fetched beside the program, not after it.
if (location.hash.startsWith('#/report/')) void import('../ui/shell/ReportPage')
void import('./main')
