package eliq.app.benchmark;

import eliq.file.WholeFile;
import eliq.report.ScatterChart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Writes a chart as a file. */
final class ChartFile {
    private static final double SCALE = 2;

    private ChartFile() {}

    /** As the report has it, every point with its values on hover. */
    static void svg(ScatterChart chart, Path file) throws IOException {
        WholeFile.write(file, chart.standaloneSvg());
    }

    /** As it is on the screen, with twice as many pixels; for the JavaFX thread. */
    static WritableImage picture(ScatterPlot plot, Color paper) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(paper);
        return plot.snapshot(parameters, null);
    }

    static void png(WritableImage image, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
        WholeFile.write(file, bytes.toByteArray());
    }
}
