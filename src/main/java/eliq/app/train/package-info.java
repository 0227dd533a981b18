/** Training of critics and scorers: settings, estimate, live curves, earlier runs. */
package eliq.app.train;
