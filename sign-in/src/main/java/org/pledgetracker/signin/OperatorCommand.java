package org.pledgetracker.signin;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What an operator has this program do, by name, in place of running. */
public interface OperatorCommand {

    /** Done, and all is well. */
    int ALL_WELL = 0;

    /** Done, but not all is well: the output says what. */
    int NOT_ALL_WELL = 1;

    /** Could not be done. */
    int NOT_DONE = 2;

    /** What it is called by. */
    String name();

    /** How it is called. */
    String usage();

    /**
     * Does it.
     *
     * @param words what follows the name
     * @return the exit code
     */
    int run(List<String> words, PrintStream out, PrintStream errors) throws IOException;
}
