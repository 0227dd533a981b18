package eliq.backbone;

/** An image to train on: its patches, or what a vision tower that stands still made of them. */
public sealed interface TrainingImage permits PreparedImage, ImageStates {

    /** Of the patch grid (before merging). */
    int rows();

    /** Of the patch grid (before merging). */
    int columns();
}
