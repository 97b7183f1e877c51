package org.pledgetracker.pledge.campaign;

import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Puts texts in quotes that would otherwise be read as numbers, such as 1e3; dates stay bare. */
final class TextQuotes extends StringQuotingChecker.Default {

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+.~0-9].*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    @Override
    public boolean needToQuoteValue(String text) {
        boolean isDate = DATE.matcher(text).matches();
        return super.needToQuoteValue(text) || (LIKE_A_NUMBER.matcher(text).matches() && !isDate);
    }
}
