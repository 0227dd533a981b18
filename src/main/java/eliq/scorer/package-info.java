/**
 * Stage 2 of the method: gated fusion of the technical and aesthetic embeddings, the Quality Query Transformer, its
 * training by margin ranking, and the scoring of images with the result.
 */
package eliq.scorer;
