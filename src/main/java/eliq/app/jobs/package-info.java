/** Long work: what waits, runs and ran; what became of it, and what can be gone on with. */
package eliq.app.jobs;
