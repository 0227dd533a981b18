/**
 * The baselines that a result is compared with: metrics that score one image, some of them for a text. Label-free ones
 * (NIQE, IL-NIQE), BRISQUE trained on ratings, the CLIP family, and any other as a TorchScript file with a card.
 */
package eliq.metric;
