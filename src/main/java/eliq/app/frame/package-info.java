/** The window around the views: navigation rail, status bar, appearance. */
package eliq.app.frame;
