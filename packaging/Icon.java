import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the icon: a picture whose left half is sharp and whose right half is the same picture made worse, in the colours
 * of the three aspects. Every size is drawn anew, so that edges and blocks fall on whole pixels.
 *
 * <p>{@code java packaging/Icon.java} in the project's folder writes it in every form; the files are committed.
 */
final class Icon {
    private static final Color SKY_TOP = new Color(0x0A4F9A);
    private static final Color SKY_LOW = new Color(0x7FC0F5);
    private static final Color SUN = new Color(0xFFB347);
    private static final Color FAR = new Color(0x8E5CC7);
    private static final Color NEAR = new Color(0x43237A);
    private static final Color LINE = Color.WHITE;
    // Blocks of the worse half along the whole picture.
    private static final int BLOCKS = 8;
    // Drawn so much larger and averaged.
    private static final int OVERSAMPLING = 4;

    private Icon() {}

    static void main(String[] arguments) throws IOException {
        Path icons = Path.of("packaging", "icons");
        Files.createDirectories(icons);
        Files.write(icons.resolve("eliq-workbench.png"), png(draw(512, 0)));
        Files.write(icons.resolve("eliq-workbench.ico"), ico(List.of(16, 24, 32, 48, 64, 256)));
        Files.write(icons.resolve("eliq-workbench.icns"), icns());
        // What the window shows in title bars and task switchers.
        Path window = Path.of("src", "main", "resources", "eliq", "app", "icon");
        Files.createDirectories(window);
        for (int size : new int[] {32, 64, 128}) {
            Files.write(window.resolve(size + ".png"), png(draw(size, 0)));
        }
    }

    /**
     * @param size of the picture, pixels
     * @param margin left free on each side, share of the size
     */
    private static BufferedImage draw(int size, double margin) {
        int large = size * OVERSAMPLING;
        int border = (int) Math.round(size * margin) * OVERSAMPLING;
        int side = large - 2 * border;
        BufferedImage scene = scene(side);
        worsenRightHalf(scene);
        Graphics2D line = graphics(scene);
        int pixels = Math.max(1, Math.round(side / 48f / OVERSAMPLING));
        int left = (side / OVERSAMPLING - pixels) / 2 * OVERSAMPLING;
        line.setColor(LINE);
        line.fillRect(left, 0, pixels * OVERSAMPLING, side);
        line.dispose();

        BufferedImage canvas = new BufferedImage(large, large, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = graphics(canvas);
        g.translate(border, border);
        g.setPaint(new java.awt.TexturePaint(scene, new Rectangle2D.Double(0, 0, side, side)));
        double round = side * 0.36;
        g.fill(new RoundRectangle2D.Double(0, 0, side, side, round, round));
        g.dispose();
        return averaged(canvas, size);
    }

    private static BufferedImage scene(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.scale(side, side);
        g.setPaint(new GradientPaint(0, 0, SKY_TOP, 0, 0.72f, SKY_LOW));
        g.fill(new Rectangle2D.Double(0, 0, 1, 1));
        g.setColor(SUN);
        g.fill(new Ellipse2D.Double(0.34, 0.15, 0.32, 0.32));
        g.setColor(FAR);
        g.fill(ridge(0.0, 0.62, 0.2, 0.5, 0.38, 0.68, 0.64, 0.47, 1.0, 0.72));
        g.setColor(NEAR);
        g.fill(ridge(0.0, 0.86, 0.3, 0.64, 0.52, 0.82, 0.76, 0.62, 1.0, 0.8));
        g.dispose();
        return image;
    }

    private static Path2D ridge(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 1);
        for (int i = 0; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.lineTo(1, 1);
        path.closePath();
        return path;
    }

    private static void worsenRightHalf(BufferedImage image) {
        int side = image.getWidth();
        for (int row = 0; row < BLOCKS; row++) {
            for (int column = BLOCKS / 2; column < BLOCKS; column++) {
                int left = column * side / BLOCKS;
                int top = row * side / BLOCKS;
                int right = (column + 1) * side / BLOCKS;
                int low = (row + 1) * side / BLOCKS;
                int colour = mean(image, left, top, right, low);
                for (int y = top; y < low; y++) {
                    for (int x = left; x < right; x++) {
                        image.setRGB(x, y, colour);
                    }
                }
            }
        }
    }

    private static int mean(BufferedImage image, int left, int top, int right, int low) {
        long[] sums = new long[4];
        for (int y = top; y < low; y++) {
            for (int x = left; x < right; x++) {
                int pixel = image.getRGB(x, y);
                int alpha = pixel >>> 24;
                sums[0] += alpha;
                for (int c = 0; c < 3; c++) {
                    sums[c + 1] += (long) alpha * (pixel >> 8 * c & 0xFF);
                }
            }
        }
        if (sums[0] == 0) {
            return 0;
        }
        int result = (int) (sums[0] / ((long) (right - left) * (low - top))) << 24;
        for (int c = 0; c < 3; c++) {
            result |= (int) (sums[c + 1] / sums[0]) << 8 * c;
        }
        return result;
    }

    private static BufferedImage averaged(BufferedImage large, int size) {
        BufferedImage small = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int left = x * OVERSAMPLING;
                int top = y * OVERSAMPLING;
                small.setRGB(x, y, mean(large, left, top, left + OVERSAMPLING, top + OVERSAMPLING));
            }
        }
        return small;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return g;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Windows: a directory of PNG files. */
    private static byte[] ico(List<Integer> sizes) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        int start = 6 + 16 * sizes.size();
        ByteBuffer directory = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] png = png(draw(size, 0));
            // 256 is written as 0.
            directory.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(png.length).putInt(start + pictures.size());
            pictures.writeBytes(png);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(directory.array());
        out.writeBytes(pictures.toByteArray());
        return out.toByteArray();
    }

    /** macOS: PNG files by type, with the margin that its other icons have. */
    private static byte[] icns() throws IOException {
        String[] types = {"ic11", "ic12", "ic07", "ic08", "ic09", "ic10"};
        int[] sizes = {32, 64, 128, 256, 512, 1024};
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(pictures);
        for (int i = 0; i < types.length; i++) {
            byte[] png = png(draw(sizes[i], 0.0977));
            out.write(types[i].getBytes(StandardCharsets.US_ASCII));
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(file);
        header.write("icns".getBytes(StandardCharsets.US_ASCII));
        header.writeInt(pictures.size() + 8);
        header.write(pictures.toByteArray());
        return file.toByteArray();
    }
}
