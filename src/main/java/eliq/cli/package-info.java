/** The command line: thin commands over the jobs and services that the app uses too. */
package eliq.cli;
