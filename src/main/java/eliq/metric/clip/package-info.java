/**
 * Metrics on CLIP models with a vision transformer: CLIP score, CLIP-IQA, PickScore and HPS v2. Checkpoints are read as the
 * hub serves them, in the layout of Hugging Face transformers or of open_clip, as safetensors.
 */
package eliq.metric.clip;
