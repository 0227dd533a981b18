/** Amounts in words of the user's language. */
package eliq.app.words;
