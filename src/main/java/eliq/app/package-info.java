/** The desktop face: JavaFX views over the same jobs and services that the command line uses. */
package eliq.app;
