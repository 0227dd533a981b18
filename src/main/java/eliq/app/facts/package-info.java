/** Names and values of something, to be read whole and copied. */
package eliq.app.facts;
