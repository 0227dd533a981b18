/** Critics, scorers and image sets of several generator eras, compared without ratings. */
package eliq.benchmark.eras;
