/** Drop images, see their scores: the Score view, its model and its rows. */
package eliq.app.score;
