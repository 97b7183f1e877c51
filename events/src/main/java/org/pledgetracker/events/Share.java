package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of an electorate, kept as ten-thousandths so that comparing it is exact: 0.6 is 6,000.
 *
 * @param tenThousandths 1 to 10,000
 */
public record Share(int tenThousandths) implements Comparable<Share> {

    private static final int WHOLE = 10_000;

    public Share {
        if (tenThousandths < 1 || tenThousandths > WHOLE) {
            throw new IllegalArgumentException("a share must be above 0 and at most 1, in steps of 0.0001");
        }
    }

    /**
     * The share written as a decimal fraction, for instance 0.6.
     *
     * @throws IllegalArgumentException if it is not in (0, 1] or finer than 0.0001
     */
    @JsonCreator
    public static Share of(BigDecimal fraction) {
        try {
            return new Share(fraction.movePointRight(4).intValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a share must be above 0 and at most 1, in steps of 0.0001", e);
        }
    }

    /** The share of so many per cent. */
    public static Share ofPercent(int percent) {
        return new Share(percent * 100);
    }

    /** The decimal fraction, without trailing zeros. */
    @JsonValue
    public BigDecimal fraction() {
        return BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros();
    }

    /** For pages and titles, for instance {@code 60} or {@code 62.5}. */
    public String percent() {
        return fraction().movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** The smallest number of GPs that is at least this share of so many. */
    public long of(long electorate) {
        return BigDecimal.valueOf(electorate)
                .multiply(BigDecimal.valueOf(tenThousandths))
                .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Whether so many of such an electorate are at least this share; never over an electorate of nought. */
    public boolean isMetBy(long count, long electorate) {
        return electorate > 0 && count * WHOLE >= tenThousandths * electorate;
    }

    @Override
    public int compareTo(Share other) {
        return Integer.compare(tenThousandths, other.tenThousandths);
    }
}
