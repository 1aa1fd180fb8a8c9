package dev.troupe.server.connection;

import dev.troupe.core.Actor;
import dev.troupe.core.PortSpec;
import dev.troupe.server.access.Refusal;
import dev.troupe.server.access.TokenPath;
import dev.troupe.server.access.Verdict;
import dev.troupe.server.gateway.Admission;
import dev.troupe.server.gateway.Gate;
import dev.troupe.server.gateway.Visit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A gate that opens for connection URLs: the token is checked and taken away before the actor sees the path, and so is
 * a {@code Referer} that quotes one. Requests without a token are another gate's. Immutable; any thread.
 */
public final class ConnectionGate implements Gate {
    private static final String REFERER = "referer";

    private final ConnectionUrls urls;
    private final Gate others;

    /** @param others decides about requests that come without a token */
    public ConnectionGate(ConnectionUrls urls, Gate others) {
        this.urls = urls;
        this.others = others;
    }

    @Override
    public Admission admit(Visit visit, Actor actor, PortSpec port) {
        Optional<TokenPath> signed = TokenPath.read(visit.target());
        if (signed.isEmpty()) {
            return others.admit(visit, actor, port);
        }
        Verdict verdict = urls.decide(signed.get(), actor.id(), port.name(), visit.method());
        if (verdict instanceof Verdict.Refused refused) {
            return denied(refused.refusal());
        }
        boolean quoted = visit.fields(REFERER).stream()
                .anyMatch(text -> !TokenPath.without(text).equals(text));
        Set<String> hidden = new HashSet<>(quoted ? Set.of(REFERER) : Set.of());
        if (others.admit(visit, actor, port) instanceof Admission.Admitted too) {
            hidden.addAll(too.hidden()); // who brings the host's token beside the URL shows it to no actor
        }
        return new Admission.Admitted(signed.get().target(), hidden);
    }

    private static Admission denied(Refusal refusal) {
        boolean known = refusal == Refusal.METHOD || refusal == Refusal.PATH;
        return new Admission.Denied(known ? 403 : 401, known ? "API_FORBIDDEN" : "API_UNAUTHORIZED", refusal.text());
    }
}
