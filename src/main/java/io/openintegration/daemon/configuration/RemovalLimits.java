package io.openintegration.daemon.configuration;

import java.time.Duration;

/**
 * When the daemon holds removals back, lest an outage of the third party be read as a deletion (docs/operating.md, "Removals
 * that are held back").
 *
 * @param maximumShare the most that may go in one refresh, in percent of what the connector has catalogued, and of each of its
 *     places; 1 to 100, where 100 switches this guard off
 * @param minimumItems fewer items may go whatever share they are; from 1
 * @param minimumAge items that were catalogued for a shorter time stay; zero switches this guard off
 */
public record RemovalLimits(int maximumShare, int minimumItems, Duration minimumAge) {

    public static final RemovalLimits STANDARD = new RemovalLimits(50, 10, Duration.ZERO);

    /** What a document may say, in minutes. */
    static final int LONGEST_MINIMUM_AGE = 525_600;
}
