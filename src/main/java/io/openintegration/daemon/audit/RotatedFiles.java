package io.openintegration.daemon.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rotated files of a directory: {@code audit.<day>.<number>.jsonl}. Other files are left alone. */
record RotatedFiles(Path directory) {

    private static final Logger LOG = System.getLogger(RotatedFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("audit\\.(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{1,9})\\.jsonl");

    private record Rotated(Path file, LocalDate day, int number) {

        static Optional<Rotated> of(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Rotated(file, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))));
            } catch (DateTimeException e) { // no day of any calendar: not one of ours
                return Optional.empty();
            }
        }
    }

    /** The name for the next file of a day. */
    Path next(LocalDate day) throws IOException {
        int last = newestFirst().stream()
                .filter(rotated -> rotated.day().equals(day))
                .mapToInt(Rotated::number)
                .findFirst()
                .orElse(0);
        return directory.resolve("audit." + day + "." + (last + 1) + ".jsonl");
    }

    /** Removes what is over the limits, the oldest first, leaving room for a current file of full size. */
    void removeBeyond(FileLimits limits, LocalDate today) throws IOException {
        LocalDate oldest = today.minusDays(limits.retention().toDays());
        long bytes = limits.fileBytes();
        int files = 1;
        for (Rotated rotated : newestFirst()) {
            bytes += Files.size(rotated.file());
            files++;
            if (bytes > limits.totalBytes()
                    || files > limits.files()
                    || rotated.day().isBefore(oldest)) {
                remove(rotated.file());
            }
        }
    }

    private List<Rotated> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Rotated::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Rotated::day)
                            .thenComparing(Rotated::number)
                            .reversed())
                    .toList();
        }
    }

    /** What cannot be removed must not keep records from being written. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    AuditMessage.OLD_FILE_STAYS
                            .with(file, e.getClass().getName())
                            .toString(),
                    e);
        }
    }
}
