/** What a new user would try, as a whole: an API, a gateway and real packages, nothing faked. */
@NullMarked
package dev.troupe.server.behaviours;

import org.jspecify.annotations.NullMarked;
