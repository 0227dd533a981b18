/** How scores are compared with ratings and with known degradations: correlation and pair accuracy. */
package eliq.benchmark;
