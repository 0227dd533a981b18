package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.ImageFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * A program of its own on a real display: one window stands for a file manager, the mouse drags a folder from it into
 * the Library. Ends with 0 once the images are in the catalogue, 77 where windows cannot be opened, else with 1.
 */
public final class RealWindow {
    static final int NO_WINDOWS = 77;
    private static final int STEPS = 30;
    private static final long STEP_MILLISECONDS = 40;
    private static final long PATIENCE_NANOSECONDS = 60_000_000_000L;

    private RealWindow() {}

    /** @param arguments the workspace, the folder to drag, how many images are in it */
    public static void main(String[] arguments) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (RuntimeException | LinkageError e) {
            System.out.println("No window can be opened: " + e.getMessage());
            Runtime.getRuntime().halt(NO_WINDOWS);
        }
        started.await();
        int images = Integer.parseInt(arguments[2]);
        Services services = Services.open(Path.of(arguments[0]));
        Label source = label(Path.of(arguments[1]));
        Node target = Headless.ask(() -> open(services, source));
        Thread.sleep(2000);
        drag(centre(source), centre(target));
        long end = System.nanoTime() + PATIENCE_NANOSECONDS;
        long there = 0;
        while (there < images && System.nanoTime() < end) {
            Thread.sleep(100);
            there = services.workbench().catalog().images().count(ImageFilter.all());
        }
        System.out.println(there + " images were dropped");
        Runtime.getRuntime().halt(there == images ? 0 : 1);
    }

    private static Label label(Path dragged) {
        Label label = new Label("drag me");
        label.setOnDragDetected(
                event -> {
                    Dragboard board = label.startDragAndDrop(TransferMode.COPY);
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(List.of(dragged.toFile()));
                    board.setContent(content);
                    event.consume();
                });
        return label;
    }

    private static Node open(Services services, Label source) {
        Stage files = new Stage();
        files.setScene(new Scene(new StackPane(source), 200, 120));
        files.setX(0);
        files.setY(0);
        files.show();
        Desk desk = new Desk(services, new StatusViewModel(), new Navigation());
        Appearance appearance = new Appearance(new MemoryPreferences());
        appearance.start();
        MainWindow window =
                new MainWindow(List.of(LibrarySection.view(desk)), desk.status(), appearance);
        Stage stage = new Stage();
        stage.setScene(window.scene(900, 600));
        stage.setX(240);
        stage.setY(0);
        stage.show();
        return window.lookup("#library-view");
    }

    private static Point2D centre(Node node) throws InterruptedException {
        return Headless.ask(
                () ->
                        node.localToScreen(
                                node.getLayoutBounds().getCenterX(),
                                node.getLayoutBounds().getCenterY()));
    }

    private static void drag(Point2D from, Point2D to) throws InterruptedException {
        Robot robot = Headless.ask(Robot::new);
        Headless.run(() -> robot.mouseMove(from));
        Thread.sleep(STEP_MILLISECONDS);
        Headless.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= STEPS; i++) {
            Point2D at = from.interpolate(to, (double) i / STEPS);
            Headless.run(() -> robot.mouseMove(at));
            Thread.sleep(STEP_MILLISECONDS);
        }
        Thread.sleep(10 * STEP_MILLISECONDS);
        Headless.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }
}
