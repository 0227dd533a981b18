/**
 * The main job end to end: pairs are built, a critic is tuned, a scorer is trained, held-out images are scored, a report
 * is written. Both faces run it.
 */
package eliq.demo;
