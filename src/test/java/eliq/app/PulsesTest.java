package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What {@link PulseTest} measures with finds what it is there to find, on an idle machine and on a busy one. */
@ExtendWith(ApplicationExtension.class)
class PulsesTest {
    private static final long MILLISECOND = 1_000_000;

    @Start
    void start(Stage stage) {
        stage.show();
    }

    /** Four tenths of a second are charged with two at the least. */
    @Test
    void workThatKeepsTheThreadIsCharged(FxRobot robot) {
        Pulses[] pulses = new Pulses[1];
        robot.interact(() -> pulses[0] = new Pulses());
        Patience.untilHere("pulses come", () -> pulses[0].count() > 3);
        Platform.runLater(() -> work(400));
        Patience.untilHere("it is over", () -> pulses[0].longest() > 100);
        assertTrue(pulses[0].busyWith().contains("PulsesTest.work"), pulses[0].busyWith());
        robot.interact(pulses[0]::close);
    }

    @Test
    void anIdleMachineChargesAllWorkAndABusyOneWhatItWouldHaveTakenThere() {
        assertEquals(120 * MILLISECOND, pulse(125, 120, 0).charged());
        assertEquals(120 * MILLISECOND, pulse(170, 120, 0).charged());
        assertTrue(pulse(360, 120, 0).charged() < 100 * MILLISECOND);
        assertEquals(60 * MILLISECOND, pulse(9000, 120, 0).charged());
        assertTrue(pulse(9000, 210, 0).charged() > 100 * MILLISECOND, "slow is slow anywhere");
    }

    @Test
    void waitingForALockOfOursIsNoneOfTheMachinesWork() {
        assertEquals(120 * MILLISECOND, pulse(360, 120, 230).charged());
    }

    private static Pulses.Moment pulse(long clock, long worked, long blocked) {
        return new Pulses.Moment(clock * MILLISECOND, worked * MILLISECOND, blocked);
    }

    private static void work(long milliseconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + milliseconds * MILLISECOND;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
