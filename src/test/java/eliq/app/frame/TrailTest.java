package eliq.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final Trail<String> trail = new Trail<>();

    @Test
    void backAndForwardWorkAsInABrowser() {
        trail.go("Library");
        trail.go("Score");
        trail.go("Score");
        trail.go("Jobs");

        assertEquals(Optional.of("Score"), trail.back());
        assertEquals(Optional.of("Library"), trail.back());
        assertEquals(Optional.empty(), trail.back());
        assertEquals(Optional.of("Score"), trail.forward());
        trail.go("Models");
        assertEquals(Optional.empty(), trail.forward());
        assertEquals(Optional.of("Score"), trail.back());
    }

    @Test
    void showingWhatTheTrailAnsweredIsNoFurtherStep() {
        trail.go("Library");
        trail.go("Score");
        trail.go(trail.back().orElseThrow());

        assertEquals(Optional.of("Score"), trail.forward());
    }

    @Test
    void actionsAreFoundByPartsOfTheirWordsInAnyOrder() {
        List<Action> actions =
                List.of(
                        new Action("Open Score", "", () -> {}),
                        new Action("Choose images to score …", "", () -> {}),
                        new Action("Score what is chosen", "", () -> {}));

        assertEquals(
                List.of("Score what is chosen", "Open Score", "Choose images to score …"),
                ActionSearch.find(actions, "score").stream().map(Action::title).toList());
        assertEquals(
                List.of("Choose images to score …"),
                ActionSearch.find(actions, "IMAGES cho").stream().map(Action::title).toList());
        assertEquals(List.of(), ActionSearch.find(actions, "zebra"));
    }
}
