/** Images that are there already, as a generator: what was drawn elsewhere, found by its prompt. */
package eliq.generate.folder;
