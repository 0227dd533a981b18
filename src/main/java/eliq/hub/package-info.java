/**
 * Getting checkpoints and finding them again: shipped ones, those of the workspace, local folders, and the Hugging Face
 * cache, which models are fetched into from a hub.
 */
package eliq.hub;
