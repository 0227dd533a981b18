/** What a view shows when it has nothing to show: empty, loading, failed. */
package eliq.app.placeholder;
