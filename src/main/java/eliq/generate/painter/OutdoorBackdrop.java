package eliq.generate.painter;

/** Everywhere under the sky. */
final class OutdoorBackdrop implements Backdrop {

    @Override
    public void paint(Brush brush, Setting setting, SeededRandom random) {
        Scenery scenery =
                switch (setting.place()) {
                    case "street", "square", "skyline", "fairground", "stadium" ->
                            new TownScenery(brush, setting, random);
                    default -> new CountryScenery(brush, setting, random);
                };
        scenery.paint();
    }
}
