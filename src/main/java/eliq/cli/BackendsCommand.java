package eliq.cli;

import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.backends.BackendConfig;
import eliq.generate.backends.Backends;
import eliq.generate.backends.ConfigFile;
import eliq.generate.folder.FolderBackend;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where pictures are made. */
@Command(
        name = "backends",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Backends: where pictures are made. The built-in painter is always there; ComfyUI servers, web UIs",
            "(AUTOMATIC1111, Forge), endpoints of the form of OpenAI's images API and folders of images can be added.",
            "They stand in backends.json in the workspace. Secrets are read from environment variables and never stored."
        },
        footer = {
            "",
            "Examples:",
            "  eliq backends add studio --kind comfyui --url http://127.0.0.1:8188",
            "  eliq backends test",
            "  eliq backends try studio/qwen-image --prompt \"a red fox in snow\" --out fox.png",
            "  eliq backends list"
        })
final class BackendsCommand extends GroupCommand {
    BackendsCommand(Terminal terminal) {
        super(terminal);
    }

    /** What is there. */
    @Command(
            name = "list",
            description = "Lists generators and editors by backend, without asking any server.",
            footer = {"", "Example:", "  eliq backends list --format csv"})
    static final class ListBackends extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("backend", "Backend"),
                        Column.text("kind", "Kind"),
                        Column.text("place", "Where"),
                        Column.text("use", "Use"),
                        Column.text("name", "Name"));

        @Mixin private FormatOption format;

        ListBackends(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            Backends backends = session.workbench().generators().current();
            List<List<?>> rows = new ArrayList<>();
            rows(rows, "painter", "built in", "", backends.backend("painter"));
            boolean whole = true;
            for (BackendConfig config : backends.configs()) {
                try {
                    Backend backend = backends.backend(config.name());
                    rows(rows, config.name(), config.kind(), config.place(), backend);
                } catch (GenerateException e) {
                    session.display().complain(e.getMessage());
                    whole = false;
                }
            }
            session.print(format.format(), COLUMNS, rows);
            return whole ? Failures.OK : Failures.FAILURE;
        }

        private static void rows(
                List<List<?>> rows, String name, String kind, String place, Backend backend) {
            backend.generators()
                    .forEach(g -> rows.add(List.of(name, kind, place, "generate", g.name())));
            backend.editors().forEach(e -> rows.add(List.of(name, kind, place, "edit", e.name())));
        }
    }

    /** Forgets one. */
    @Command(
            name = "remove",
            description = "Removes a backend from the workspace; its images stay.",
            footer = {"", "Example:", "  eliq backends remove studio"})
    static final class Remove extends WorkbenchCommand {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name;

        Remove(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            ConfigFile file = session.workbench().generators().file();
            List<BackendConfig> all = new ArrayList<>(file.read());
            if (!all.removeIf(config -> config.name().equals(name))) {
                throw new CommandException(
                        "There is no backend named '%s' in %s; 'eliq backends list' shows them."
                                .formatted(name, file.path()));
            }
            file.write(all);
            session.display().say("Removed " + name + ".");
            return Failures.OK;
        }
    }

    /** Asks them how they are. */
    @Command(
            name = "test",
            description = {
                "Asks backends whether they are there, which of the method's models they have, and what is missing.",
                "Ends with 1 where one cannot be reached."
            },
            footer = {
                "",
                "Examples:",
                "  eliq backends test",
                "  eliq backends test studio --format json"
            })
    static final class Test extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("backend", "Backend"),
                        Column.text("name", "Name"),
                        Column.text("model", "Model"),
                        Column.text("state", "State"),
                        Column.text("detail", "Missing"));

        @Parameters(
                arity = "0..*",
                paramLabel = "NAME",
                description = "Backends to ask. Default: all.")
        private List<String> names = List.of();

        @Mixin private FormatOption format;

        Test(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            Backends backends = session.workbench().generators().current();
            List<List<?>> rows = new ArrayList<>();
            boolean all = true;
            for (String name : names.isEmpty() ? backends.names() : names) {
                Health health = health(backends, name);
                if (!health.reachable()) {
                    all = false;
                    session.display().complain(health.answer());
                    rows.add(List.of(name, "", "", "not reachable", health.answer()));
                    continue;
                }
                session.display().say(name + ": " + health.answer());
                for (ModelState state : health.models()) {
                    rows.add(
                            List.of(
                                    name,
                                    state.generator(),
                                    state.model(),
                                    state.ready() ? "ready" : "incomplete",
                                    String.join("; ", state.missing())));
                }
            }
            session.print(format.format(), COLUMNS, rows);
            return all ? Failures.OK : Failures.FAILURE;
        }

        /** A backend that cannot be set up is one that cannot be reached; a name that is none is an error. */
        private static Health health(Backends backends, String name) throws GenerateException {
            try {
                return backends.backend(name).check();
            } catch (GenerateException e) {
                if (!backends.names().contains(name)) {
                    throw e;
                }
                return Health.unreachable(e.getMessage());
            }
        }
    }

    /** Prompts of a folder. */
    @Command(
            name = "prompts",
            description =
                    "Lists the prompts that a folder backend has images of, each once; CSV of them is a prompts file.",
            footer = {"", "Example:", "  eliq backends prompts renders --format csv > prompts.csv"})
    static final class Prompts extends WorkbenchCommand {
        private static final List<Column> COLUMNS = List.of(Column.text("prompt", "Prompt"));

        @Parameters(paramLabel = "NAME", description = "A backend of the kind folder.")
        private String name;

        @Mixin private FormatOption format;

        Prompts(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            if (!(session.workbench().generators().current().backend(name)
                    instanceof FolderBackend folder)) {
                throw new UsageException("backend '" + name + "' is no folder of images");
            }
            List<List<?>> rows = new ArrayList<>();
            folder.prompts().forEach(prompt -> rows.add(List.of(prompt)));
            session.print(format.format(), COLUMNS, rows);
            return Failures.OK;
        }
    }
}
