/// Where everything is constructed and wired, and the command line. Imported by none.
package orrery.app;
