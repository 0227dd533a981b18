package eliq.app;

import eliq.app.frame.MainWindow;
import eliq.image.Pixels;
import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * The window's content in a size of its own, alive as in a window. The platform without a display has a screen of 1000
 * pixels, so that a window that shows all of the content would not fit there.
 */
final class PictureFrame {
    private static final int GLIMPSE = 240;
    private static final long SETTLE_MILLISECONDS = 120;
    private static final int MOST_LOOKS = 25;

    private final Region content;
    private final Stage stage = new Stage();

    /**
     * JavaFX thread.
     *
     * @param width that the views are first laid out in: how they divide their room follows from it
     * @param height likewise
     */
    PictureFrame(MainWindow window, int width, int height) {
        Scene scene = window.scene(GLIMPSE, GLIMPSE);
        content = (Region) scene.getRoot();
        Pane behind = new Pane();
        scene.setRoot(behind);
        content.setManaged(false);
        behind.getChildren().setAll(content);
        resize(width, height);
        stage.setScene(scene);
        stage.show();
    }

    /** JavaFX thread. */
    final void resize(int width, int height) {
        content.resize(width, height);
    }

    /** What is to be seen once nothing changes any more, or after some seconds where something always moves. */
    Pixels settled() throws InterruptedException {
        Pixels before = Headless.picture(content);
        for (int i = 0; i < MOST_LOOKS; i++) {
            Thread.sleep(SETTLE_MILLISECONDS);
            Pixels now = Headless.picture(content);
            if (Arrays.equals(before.rgb(), now.rgb())) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** JavaFX thread. */
    void close() {
        stage.hide();
    }
}
