/** The catalogue's images in a virtualised grid: the Library view and its model. */
package eliq.app.library;
