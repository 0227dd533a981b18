/** Jobs as a view follows them: state, progress and words, on the JavaFX thread. */
package eliq.app.follow;
