package eliq.backbone.qwen3vl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eliq.backbone.PreparedImage;
import java.util.List;

/**
 * Where the patches of a batch of images lie: what the vision tower adds and turns by. Patches come merge block by merge
 * block: block row, block column, then row and column inside the block. S patches in all.
 *
 * @param corners [4 * S] rows of the learned position table around each patch
 * @param shares [4 * S] bilinear weights of these rows (corners of image and table are aligned)
 * @param coordinates [S * 2] row and column of each patch
 * @param counts patches of each image
 */
record VisionPlaces(long[] corners, float[] shares, float[] coordinates, long[] counts) {

    /**
     * @param side of the square position table
     * @param merge side of a merge block
     */
    static VisionPlaces of(List<PreparedImage> images, int side, int merge) {
        long[] counts = new long[images.size()];
        int total = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (long) images.get(i).rows() * images.get(i).columns();
            total = Math.addExact(total, Math.toIntExact(counts[i]));
        }
        VisionPlaces places =
                new VisionPlaces(
                        new long[4 * total], new float[4 * total], new float[2 * total], counts);
        int at = 0;
        for (PreparedImage image : images) {
            for (int blockRow = 0; blockRow < image.rows(); blockRow += merge) {
                for (int blockColumn = 0; blockColumn < image.columns(); blockColumn += merge) {
                    for (int inner = 0; inner < merge * merge; inner++) {
                        int row = blockRow + inner / merge;
                        int column = blockColumn + inner % merge;
                        places.put(at++, total, row, column, image, side);
                    }
                }
            }
        }
        return places;
    }

    private void put(int at, int total, int row, int column, PreparedImage image, int side) {
        coordinates[2 * at] = row;
        coordinates[2 * at + 1] = column;
        float y = along(row, image.rows(), side);
        float x = along(column, image.columns(), side);
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, side - 1);
        int right = Math.min(left + 1, side - 1);
        float down = y - top;
        float across = x - left;
        corners[at] = (long) top * side + left;
        corners[total + at] = (long) top * side + right;
        corners[2 * total + at] = (long) bottom * side + left;
        corners[3 * total + at] = (long) bottom * side + right;
        shares[at] = (1 - down) * (1 - across);
        shares[total + at] = (1 - down) * across;
        shares[2 * total + at] = down * (1 - across);
        shares[3 * total + at] = down * across;
    }

    private static float along(int i, int count, int side) {
        return count == 1 ? 0 : Math.min(i * ((side - 1) / (float) (count - 1)), side - 1);
    }

    int patches() {
        return coordinates.length / 2;
    }

    NDArray cornerArray(NDManager scope) {
        return scope.create(corners, new Shape(4, patches()));
    }

    NDArray shareArray(NDManager scope) {
        return scope.create(shares, new Shape(4, patches(), 1));
    }

    NDArray coordinateArray(NDManager scope) {
        return scope.create(coordinates, new Shape(patches(), 2));
    }
}
