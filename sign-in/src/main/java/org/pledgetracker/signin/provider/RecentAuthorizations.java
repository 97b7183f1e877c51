package org.pledgetracker.signin.provider;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The latest authorizations, in memory: for exchanging codes, and for signing out by ID token. A bounded number; the
 * oldest gives way, whose member then confirms signing out by a button.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>();
    private final Map<Key, String> ids = new HashMap<>();
    private final int most;

    RecentAuthorizations(int most) {
        this.most = most;
    }

    private record Key(String type, String value) {}

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        remove(authorization);
        byId.put(authorization.getId(), authorization);
        keys(authorization).forEach(key -> ids.put(key, authorization.getId()));
        if (byId.size() > most) {
            Iterator<OAuth2Authorization> oldest = byId.values().iterator();
            remove(oldest.next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        OAuth2Authorization known = byId.remove(authorization.getId());
        if (known != null) {
            keys(known).forEach(ids::remove);
        }
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        List<String> types = type == null
                ? List.of(OAuth2ParameterNames.CODE, OAuth2ParameterNames.ACCESS_TOKEN, OidcParameterNames.ID_TOKEN)
                : List.of(type.getValue());
        return types.stream()
                .map(name -> ids.get(new Key(name, token)))
                .filter(id -> id != null)
                .findFirst()
                .map(byId::get)
                .orElse(null);
    }

    private static Set<Key> keys(OAuth2Authorization authorization) {
        Set<Key> keys = new HashSet<>();
        add(keys, OAuth2ParameterNames.CODE, authorization.getToken(OAuth2AuthorizationCode.class));
        add(keys, OAuth2ParameterNames.ACCESS_TOKEN, authorization.getToken(OAuth2AccessToken.class));
        add(keys, OidcParameterNames.ID_TOKEN, authorization.getToken(OidcIdToken.class));
        return keys;
    }

    private static void add(
            Set<Key> keys, String type, OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token != null) {
            keys.add(new Key(type, token.getToken().getTokenValue()));
        }
    }
}
