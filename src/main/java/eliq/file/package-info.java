/** Files that are there whole or not at all, whatever happens to the machine meanwhile. */
package eliq.file;
