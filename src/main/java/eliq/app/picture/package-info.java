/** Pictures for views: decoded off the JavaFX thread, cancelled when nobody waits any more. */
package eliq.app.picture;
