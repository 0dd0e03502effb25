/// The command line: reads what it was given, asks, and writes the answer for people or for
/// programs. Every command says its errors in one line and ends with the status that the chain
/// language's contract names.
package orrery.app.cli;
