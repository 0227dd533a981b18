package eliq.report;

/** The frame of an HTML file: style and script inside, nothing loaded from anywhere. */
final class HtmlPage {
    private HtmlPage() {}

    /**
     * @param body elements, already escaped
     */
    static String of(String title, String body) {
        String head =
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s%s</style></head>
                <body>
                """;
        String foot = "<script>\n%s</script>\n</body></html>\n";
        return head.formatted(
                        Svg.escape(title), FigureStyle.resource("report.css"), FigureStyle.css())
                + body
                + foot.formatted(FigureStyle.resource("report.js"));
    }
}
