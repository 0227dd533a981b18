package eliq.app.generate;

import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** From prompts to a set of pairs, in three steps: the bank, the backends, the build. */
public final class GenerateView implements View {

    private static final KeyCombination PLAN = Keys.command(KeyCode.P);
    private static final KeyCombination BUILD = Keys.command(KeyCode.ENTER);

    private final BankViewModel bank;
    private final BuildViewModel build;
    private final BackendsViewModel backends;
    private final BorderPane root = new BorderPane();
    private final BankPane bankPane;
    private final BooleanBinding closed;
    private final ToggleGroup steps = new ToggleGroup();
    private final List<ToggleButton> buttons;

    /** @param thumbnails of files */
    public GenerateView(
            BankViewModel bank,
            BackendsViewModel backends,
            BuildViewModel build,
            PictureLoader<Path> thumbnails) {
        this.bank = bank;
        this.build = build;
        this.backends = backends;
        root.setId("generate-view");
        root.getStylesheets().add(GenerateView.class.getResource("generate.css").toExternalForm());
        bankPane = new BankPane(bank);
        closed =
                Bindings.createBooleanBinding(
                        () -> !bank.stateProperty().get().unreadable().isEmpty(),
                        bank.stateProperty());
        Map<String, Node> panes =
                Map.of(
                        "Prompts",
                        below(bankPane, new Notice("bank-notice", bank.noticeProperty())),
                        "Backends",
                        below(
                                new BackendsPane(backends),
                                new Notice("backends-notice", backends.noticeProperty())),
                        "Plan and build",
                        below(
                                new BuildPane(build, backends.rows(), thumbnails, closed),
                                Notice.ofProblem("build-problem", whyNothingIsBuilt()),
                                new Notice("build-notice", build.noticeProperty())));
        buttons = List.of(step("Prompts"), step("Backends"), step("Plan and build"));
        steps.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null) {
                                // One of them is always shown.
                                before.setSelected(true);
                            } else {
                                root.setCenter(panes.get(((ToggleButton) now).getText()));
                            }
                        });
        buttons.getFirst().setSelected(true);
        root.setTop(header());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** What went wrong last, or else why nothing can be planned at all. */
    private StringExpression whyNothingIsBuilt() {
        return Bindings.createStringBinding(
                () ->
                        build.problemProperty().get().isEmpty()
                                ? bank.stateProperty().get().unreadable()
                                : build.problemProperty().get(),
                build.problemProperty(),
                bank.stateProperty());
    }

    /** A step under what it has to say; of what went wrong in one step, the others are not full. */
    private static Node below(Node pane, Notice... notices) {
        VBox.setVgrow(pane, Priority.ALWAYS);
        VBox step = new VBox(notices);
        step.getChildren().add(pane);
        return step;
    }

    @Override
    public String title() {
        return "Generate";
    }

    @Override
    public String icon() {
        return "fth-edit-3";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return bankPane.firstFocus();
    }

    @Override
    public List<String> keys() {
        return List.of(
                "Alt+1, Alt+2, Alt+3  prompts, backends, plan and build",
                Keys.COMMAND_NAME + "+Shift+P  add the shipped prompts",
                Keys.COMMAND_NAME + "+P  plan",
                Keys.COMMAND_NAME + "+Enter  build what was planned",
                "F6  pause or resume the build",
                "F5  test the backends",
                "F2  edit the selected prompt",
                "Delete  remove the selected prompts",
                Keys.COMMAND_NAME + "+Z  bring them back");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("Edit prompts", "Alt+1", () -> step(0)),
                new Action(
                        "Add the 400 shipped prompts",
                        Keys.COMMAND_NAME + "+Shift+P",
                        bank::addShipped),
                new Action("Bring back removed prompts", Keys.COMMAND_NAME + "+Z", bank::undo),
                new Action("Set up backends", "Alt+2", () -> step(1)),
                new Action("Test the backends", "F5", this::test),
                new Action("Plan a set of pairs", Keys.COMMAND_NAME + "+P", this::plan),
                new Action(
                        "Build the set that was planned",
                        Keys.COMMAND_NAME + "+Enter",
                        this::build),
                new Action("Pause or resume the build", "F6", this::pauseOrResume));
    }

    @Override
    public Map<String, String> remembered() {
        return Map.of("step", ((ToggleButton) steps.getSelectedToggle()).getText());
    }

    @Override
    public void restore(Map<String, String> remembered) {
        open(remembered.getOrDefault("step", ""));
    }

    /** Shows the step of this title, where there is one. */
    public void open(String step) {
        buttons.stream()
                .filter(button -> button.getText().equals(step))
                .forEach(button -> button.setSelected(true));
    }

    private void plan() {
        step(2);
        if (!closed.get()) {
            build.plan();
        }
    }

    private void build() {
        if (build.planProperty().get().isPresent()) {
            step(2);
            build.start();
        }
    }

    private void test() {
        step(1);
        backends.test();
    }

    private void pauseOrResume() {
        build.run()
                .jobProperty()
                .get()
                .ifPresent(
                        job -> {
                            if (job.isActive()) {
                                build.run().pause();
                            } else {
                                build.run().resume();
                            }
                        });
    }

    /** Shows a step. */
    void step(int number) {
        buttons.get(number).setSelected(true);
        // What had the focus may be out of sight now, and keys must still reach this view.
        buttons.get(number).requestFocus();
    }

    private void onKey(KeyEvent event) {
        if (PLAN.match(event)) {
            plan();
        } else if (BUILD.match(event)) {
            build();
        } else if (event.getCode() == KeyCode.F5) {
            test();
        } else if (event.getCode() == KeyCode.F6) {
            pauseOrResume();
        } else if (alt(KeyCode.DIGIT1, event)) {
            step(0);
        } else if (alt(KeyCode.DIGIT2, event)) {
            step(1);
        } else if (alt(KeyCode.DIGIT3, event)) {
            step(2);
        } else {
            return;
        }
        event.consume();
    }

    private static boolean alt(KeyCode code, KeyEvent event) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN).match(event);
    }

    private ToggleButton step(String title) {
        ToggleButton button = new ToggleButton(title);
        button.setId("step-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        button.setToggleGroup(steps);
        return button;
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(steps);
        segments.getButtons().setAll(buttons);
        HBox header = new HBox(title, segments);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }
}
