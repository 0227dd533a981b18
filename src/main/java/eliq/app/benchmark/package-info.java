/** The Benchmark view: rated sets, evaluations on them, and everything that is found in one. */
package eliq.app.benchmark;
