package io.openintegration.daemon.testing;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the jars that it was itself loaded with into a file, as a class path. The build runs it beside the libraries of a third party. */
public final class ClassPathFile {

    private ClassPathFile() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        URLClassLoader loader = (URLClassLoader) ClassPathFile.class.getClassLoader();
        List<String> jars = new ArrayList<>();
        for (URL element : loader.getURLs()) {
            Path file = Path.of(element.toURI());
            if (Files.isRegularFile(file)) {
                jars.add(file.toString());
            }
        }
        Files.writeString(Path.of(arguments[0]), String.join(File.pathSeparator, jars));
    }
}
