/** Finding checkpoints: shipped ones, those of the workspace, local folders and the Hugging Face cache. */
package eliq.hub;
