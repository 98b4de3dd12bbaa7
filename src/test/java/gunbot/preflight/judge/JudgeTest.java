package gunbot.preflight.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.ClockWindow;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.testing.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");
    private static final Box READ = Box.required("r", "Read", "", Scope.READ);
    private static final Box TRADE = Box.required("t", "Trade", "", Scope.TRADE_SPOT);
    private static final Box WITHDRAW = Box.forbidden("w", "Withdraw", "", Scope.WITHDRAW);
    private static final Box TRANSFER = Box.forbidden("x", "Transfer", "", Scope.TRANSFER);
    private static final Box EARN = Box.forbidden("e", "Earn", "", Scope.EARN);
    private static final Listing LISTING = new Listing(
            "some",
            "Some Exchange",
            Set.of("some"),
            List.of(Market.SPOT),
            List.of(READ, TRADE, WITHDRAW, TRANSFER, EARN),
            Set.of(),
            "https://some.example/keys",
            "API keys",
            new ClockWindow(Duration.ofSeconds(1), Duration.ofSeconds(5)),
            false,
            true);
    private static final Facts GOOD = Facts.NONE
            .with(Map.of(
                    Scope.READ, on("Read"),
                    Scope.TRADE_SPOT, on("Trade"),
                    Scope.WITHDRAW, off(),
                    Scope.TRANSFER, off(),
                    Scope.EARN, off()))
            .with(new IpRestriction(State.ON, List.of()))
            .with(Expiry.NEVER);

    @Test
    void goodKey_readyWithoutAWord() {
        var judged = judge(GOOD);

        assertThat(judged.verdict()).isEqualTo(Verdict.READY);
        assertThat(judged.findings()).isEmpty();
        assertThat(judged.scopes())
                .extracting(ScopeState::scope, ScopeState::expected)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Scope.READ, Expectation.REQUIRED),
                        org.assertj.core.groups.Tuple.tuple(Scope.TRADE_SPOT, Expectation.REQUIRED),
                        org.assertj.core.groups.Tuple.tuple(Scope.WITHDRAW, Expectation.FORBIDDEN));
    }

    @ParameterizedTest
    @CsvSource({
        "READ,       OFF, NOT_READY, READ_OFF",
        "TRADE_SPOT, OFF, NOT_READY, TRADE_OFF",
        "WITHDRAW,   ON,  NOT_READY, WITHDRAW_ON",
        "TRANSFER,   ON,  ATTENTION, TRANSFER_ON",
        "EARN,       ON,  ATTENTION, EXCESS_SCOPE",
        "READ,       UNKNOWN, ATTENTION, SCOPE_UNKNOWN",
        "TRADE_SPOT, UNKNOWN, ATTENTION, SCOPE_UNKNOWN",
        "WITHDRAW,   UNKNOWN, ATTENTION, SCOPE_UNKNOWN",
        "EARN,       UNKNOWN, READY,     SCOPE_UNKNOWN"
    })
    void oneScopeDiffers_verdictAndCode(Scope scope, State state, Verdict verdict, Code code) {
        var label = LISTING.boxes().stream()
                .filter(b -> b.scope() == scope)
                .findFirst()
                .orElseThrow()
                .label();
        var grant =
                switch (state) {
                    case ON -> on(label);
                    case OFF -> new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of(label));
                    case UNKNOWN -> Grant.UNKNOWN;
                };
        var judged = judge(GOOD.with(scope, grant));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(code);
        var values = judged.findings().get(0).values();
        if (state == State.UNKNOWN) {
            assertThat(values).containsEntry("scope", scope.name()).containsEntry("box", label);
            assertThat(judged.findings().get(0).variant()).isEqualTo(scope == Scope.WITHDRAW ? "withdraw" : "");
        } else {
            assertThat(values).containsEntry("boxes", "\"" + label + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_KEY,    TRADING, true,  '',       testnet",
        "INVALID_KEY,    MASTER,  true,  '',       testnet",
        "INVALID_KEY,    MASTER,  false, '',       master",
        "INVALID_KEY,    TRADING, false, '',       ''",
        "INVALID_KEY,    MASTER,  true,  recalled, recalled",
        "BAD_SIGNATURE,  MASTER,  true,  '',       master",
        "BAD_SIGNATURE,  TRADING, true,  '',       ''",
        "IP_NOT_ALLOWED, MASTER,  true,  '',       ''"
    })
    void refusalOfTheKey_saysWhatItMeansForItsRoleAndNetwork(
            Code code, Role role, boolean testnet, String variant, String expected) {
        var key = key(LISTING, role, true, testnet);
        var judged = judge(key, told(Facts.refused(Refusal.of(code, "no").variant(variant))), Map.of(), Set.of());

        assertThat(judged.findings()).singleElement().satisfies(f -> assertThat(f.variant())
                .isEqualTo(expected));
    }

    @Test
    void refusal_withTheAddressThatWasSeen_namesIt() {
        var judged = judge(Facts.refused(Refusal.of(Code.IP_NOT_ALLOWED, "no").seenFrom("203.0.113.7")));

        assertThat(judged.findings()).singleElement().satisfies(f -> {
            assertThat(f.variant()).isEqualTo("seen");
            assertThat(f.values()).containsEntry("address", "203.0.113.7");
        });
    }

    @Test
    void notAsked_scopesAreUnknownWithoutAWord_andAnArchivedKeyIsNotChecked() {
        var unasked = judge(key(Role.BOTH), null, Map.of(), Set.of());
        var archived = judge(key(LISTING, Role.BOTH, false, false), null, Map.of(), Set.of());

        assertThat(unasked.scopes()).hasSize(5).allMatch(s -> s.grant().equals(Grant.UNKNOWN));
        assertThat(unasked.findings()).isEmpty();
        assertThat(archived.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(archived.scopes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9000, ahead, ''", "-9000, behind, ''", ", , unmeasured"})
    void refusedForTheTimeAgain_isToldOnceWithTheMeasuredClock(Long skew, String direction, String variant) {
        var clock = skew == null ? null : new ClockReading(skew, 10);
        var refused = Refusal.of(Code.CLOCK_SKEW, "-1021", "outside");
        var judged =
                judge(key(Role.BOTH), new Told(Facts.refused(refused), clock, refused, 3, 10, NOW), Map.of(), Set.of());

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(judged.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.BLOCKER);
            assertThat(f.variant()).isEqualTo(variant);
            assertThat(f.values().get("direction")).isEqualTo(direction);
        });
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void verdict_readyAndAttentionAloneLetGunbotTrade(Verdict verdict) {
        assertThat(verdict.ready()).isEqualTo(verdict == Verdict.READY || verdict == Verdict.ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void bot_saysOnlyWhatTheFileHas(boolean withdraws, boolean watches) {
        var reading = new Reading(
                SourceState.OK, "config.js", NOW, List.of(), List.of("okx"), List.of(), Set.of(), watches, withdraws);

        assertThat(BotJudgement.of(reading))
                .containsExactly(
                        Finding.of(Code.ENTRY_ORPHAN).with("name", "okx"),
                        Finding.of(withdraws ? Code.WITHDRAW_ADDRESS_SET : Code.WATCH_MODE));
    }

    @ParameterizedTest
    @CsvSource({
        "withdraw, block, WITHDRAW, ON, NOT_READY",
        "withdraw, warn, WITHDRAW, ON, ATTENTION",
        "withdraw, ignore, WITHDRAW, ON, READY",
        "withdraw-unknown, block, WITHDRAW, UNKNOWN, NOT_READY",
        "withdraw-unknown, warn, WITHDRAW, UNKNOWN, ATTENTION",
        "withdraw-unknown, ignore, WITHDRAW, UNKNOWN, READY"
    })
    void withdraw_byPolicy(String policy, String weight, Scope scope, State state, Verdict verdict) {
        var facts = GOOD.with(scope, state == State.ON ? on("Withdraw") : Grant.UNKNOWN);

        assertThat(judge(facts, Map.of("preflight.policy." + policy, weight)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"block, NOT_READY", "warn, ATTENTION", "ignore, READY"})
    void boundToNoAddress_byPolicy(String weight, Verdict verdict) {
        var facts = GOOD.with(new IpRestriction(State.OFF, List.of()));

        assertThat(judge(facts, Map.of("preflight.policy.unrestricted-ip", weight))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void addressBindingUnknown_noFinding() {
        assertThat(judge(GOOD.with(IpRestriction.UNKNOWN)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:39:59Z, EXPIRED, NOT_READY",
        "2026-11-22T08:40:00Z, EXPIRED, NOT_READY",
        "2026-11-22T08:40:01Z, EXPIRES_SOON, ATTENTION",
        "2026-12-06T08:40:00Z, EXPIRES_SOON, ATTENTION",
        "2026-12-06T08:40:01Z, , READY"
    })
    void expiryAt_byItsDistance(Instant at, Code code, Verdict verdict) {
        var judged = judge(GOOD.with(Expiry.at(at)));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.findings()).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void expiryByPolicy_warns() {
        assertThat(judge(GOOD.with(Expiry.POLICY)).findings())
                .extracting(Finding::code)
                .containsExactly(Code.EXPIRES_BY_POLICY);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void refusal_severityOfTheTable(Code code) {
        var judged = judge(Facts.refused(Refusal.of(code, "-1", "no")));
        var expected = code == Code.CLOCK_SKEW ? Severity.BLOCKER : code.severity();

        assertThat(judged.findings()).extracting(Finding::severity).containsExactly(expected);
        assertThat(judged.findings().get(0).evidence()).isEqualTo("-1 no");
        assertThat(judged.verdict())
                .isEqualTo(
                        switch (expected) {
                            case BLOCKER -> Verdict.NOT_READY;
                            case UNKNOWN -> Verdict.UNKNOWN;
                            case WARNING -> Verdict.ATTENTION;
                            case INFO -> Verdict.READY;
                        });
    }

    @Test
    void refusedKey_scopesUnknownWithoutAFindingEach() {
        var judged = judge(Facts.refused(Refusal.of(Code.INVALID_KEY, "no")));

        assertThat(judged.scopes()).allMatch(s -> s.grant().state() == State.UNKNOWN);
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(Code.INVALID_KEY);
    }

    @Test
    void ambiguousRefusal_namesWhatRemains() {
        var refusal =
                Refusal.of(Code.AMBIGUOUS_REFUSAL, "-2015", "no").remaining(Code.IP_NOT_ALLOWED, Code.INVALID_KEY);

        assertThat(judge(Facts.refused(refusal)).findings().get(0).values())
                .containsEntry("causes", "IP_NOT_ALLOWED INVALID_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        " 400, 0,    READY",
        " 501, 0,    ATTENTION",
        " 600, 100,  READY",
        "-2400, 0,   READY",
        "-2501, 0,   ATTENTION",
        "-2600, 200, READY"
    })
    void clock_warnedOfBeyondHalfTheWindowAndTheUncertainty(long skew, long uncertainty, Verdict verdict) {
        var told = new Told(GOOD, new ClockReading(skew, uncertainty), null, 2, 10, NOW);

        assertThat(judge(key(Role.BOTH), told, Map.of(), Set.of()).verdict()).isEqualTo(verdict);
    }

    @Test
    void refusedForTheTime_blocksThoughTheRightsAreKnown() {
        var told = new Told(
                GOOD, new ClockReading(-9000, 10), Refusal.of(Code.CLOCK_SKEW, "-1021", "outside"), 3, 10, NOW);

        var judged = judge(key(Role.BOTH), told, Map.of(), Set.of());

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(judged.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.CLOCK_SKEW);
            assertThat(f.values()).containsEntry("skew", "9000").containsEntry("direction", "behind");
        });
    }

    @Test
    void masterKey_readIsEnough_moreIsExcess() {
        var readOnly = GOOD.with(Scope.TRADE_SPOT, off());
        assertThat(judge(key(Role.MASTER), told(readOnly), Map.of(), Set.of()).verdict())
                .isEqualTo(Verdict.READY);

        var trading = judge(key(Role.MASTER), told(GOOD), Map.of(), Set.of());
        assertThat(trading.verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(trading.findings()).extracting(Finding::code).containsExactly(Code.EXCESS_SCOPE);

        var withdrawing =
                judge(key(Role.MASTER), told(readOnly.with(Scope.WITHDRAW, on("Withdraw"))), Map.of(), Set.of());
        assertThat(withdrawing.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void boxThatNobodyKnows_isExcess() {
        var facts = GOOD.with(Scope.OTHER, on("enableTeleport"));
        var listing = new Listing(
                "some",
                "Some",
                Set.of(),
                LISTING.markets(),
                List.of(READ, TRADE, WITHDRAW, TRANSFER, EARN, Box.allowed("o", "Harmless", "", Scope.OTHER)),
                Set.of(),
                "",
                "",
                null,
                false,
                true);

        var judged = judge(key(listing, Role.BOTH), told(facts), Map.of(), Set.of());

        assertThat(judged.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.EXCESS_SCOPE);
            assertThat(f.values()).containsEntry("boxes", "\"enableTeleport\"");
        });
    }

    @Test
    void rightThatTheCatalogueLacks_isShownAndExcess() {
        var judged = judge(GOOD.with(Scope.DEPOSIT, on("enableDeposits")));

        assertThat(judged.scopes()).extracting(ScopeState::scope).contains(Scope.DEPOSIT);
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(Code.EXCESS_SCOPE);
    }

    @Test
    void clockThatIsOff_isWarnedOfBesideAnyOtherFinding() {
        var told = new Told(GOOD.with(Scope.EARN, on("Earn")), new ClockReading(501, 0), null, 2, 10, NOW);

        assertThat(judge(key(Role.BOTH), told, Map.of(), Set.of()).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Code.EXCESS_SCOPE, Code.CLOCK_SKEW);
    }

    @Test
    void acceptedWarning_isShownButDoesNotCount() {
        var facts = GOOD.with(new IpRestriction(State.OFF, List.of()));
        var judged = judge(key(Role.BOTH), told(facts), Map.of(), Set.of(Code.IP_UNRESTRICTED));

        assertThat(judged.verdict()).isEqualTo(Verdict.READY);
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(Code.IP_UNRESTRICTED);
    }

    @Test
    void blocker_cannotBeAccepted() {
        var facts = GOOD.with(Scope.WITHDRAW, on("Withdraw"));

        assertThat(judge(key(Role.BOTH), told(facts), Map.of(), Set.of(Code.WITHDRAW_ON))
                        .verdict())
                .isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void findings_theHeaviestFirst() {
        var facts = GOOD.with(new IpRestriction(State.OFF, List.of()))
                .with(Scope.WITHDRAW, on("Withdraw"))
                .with(Scope.EARN, Grant.UNKNOWN)
                .with(Refusal.of(Code.UNEXPECTED_ANSWER, "?"));

        assertThat(judge(facts).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCKER, Severity.UNKNOWN, Severity.WARNING, Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "READ,       ,      READ_OFF",
        "READ,       Read,  READ_OFF",
        "TRADE_SPOT, ,      ",
        "TRADE_SPOT, Trade, TRADE_OFF"
    })
    void accountToBeSetUp_explainsTradingThatIsOffWithoutABox_andNothingElse(Scope scope, String missing, Code code) {
        var labels = missing == null ? List.<String>of() : List.of(missing);
        var facts = GOOD.with(scope, new Grant(State.OFF, Evidence.DECLARED, List.of(), labels))
                .with(Refusal.of(Code.ACCOUNT_SETUP, "no"));

        var judged = judge(facts);

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_READY);
        var expected = code == null ? List.of(Code.ACCOUNT_SETUP) : List.of(Code.ACCOUNT_SETUP, code);
        assertThat(judged.findings()).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void otherRefusalThanOfTheAccount_hidesNothingThatIsOff(Code code) {
        var judged = judge(GOOD.with(Scope.TRADE_SPOT, off()).with(Refusal.of(code, "no")));

        assertThat(judged.findings().stream().anyMatch(f -> f.code() == Code.TRADE_OFF))
                .isEqualTo(code != Code.ACCOUNT_SETUP);
    }

    @Test
    void masterKeyThatMayPlaceOrdersButNotCancelThem_hasMoreThanItNeeds() {
        var place = Box.required("p", "Place", "", Scope.TRADE_SPOT);
        var listing = LISTING.with(List.of(READ, place, TRADE, WITHDRAW));
        var facts = GOOD.with(
                Scope.TRADE_SPOT, new Grant(State.OFF, Evidence.DECLARED, List.of("Place"), List.of("Trade")));

        var master = judge(key(listing, Role.MASTER), told(facts), Map.of(), Set.of());
        var trading = judge(key(listing, Role.TRADING), told(facts), Map.of(), Set.of());

        assertThat(master.findings())
                .filteredOn(f -> f.code() == Code.EXCESS_SCOPE)
                .singleElement()
                .satisfies(f -> assertThat(f.values()).containsEntry("boxes", "\"Place\""));
        assertThat(trading.findings())
                .extracting(Finding::code)
                .contains(Code.TRADE_OFF)
                .doesNotContain(Code.EXCESS_SCOPE);
    }

    @Test
    void masterKey_boxOfSeveralScopes_isToldOfOnce() {
        var futures = new Box("t", "Trade", "", Scope.TRADE_FUTURES, Box.Part.TOGETHER, Expectation.ALLOWED);
        var listing = LISTING.with(List.of(READ, TRADE, futures, WITHDRAW));
        var facts = GOOD.with(Map.of(Scope.TRADE_SPOT, on("Trade"), Scope.TRADE_FUTURES, on("Trade")));

        assertThat(judge(key(listing, Role.MASTER), told(facts), Map.of(), Set.of())
                        .findings())
                .filteredOn(f -> f.code() == Code.EXCESS_SCOPE && f.values().containsValue("\"Trade\""))
                .hasSize(1);
    }

    @Test
    void boxThatIsTooMuchElsewhere_isNotWhereTheMarketNeedsIt() {
        var futures = new Box("f", "Futures", "", Scope.TRADE_FUTURES, Box.Part.TOGETHER, Expectation.FORBIDDEN);
        var listing = LISTING.with(List.of(READ, TRADE, futures, WITHDRAW));

        assertThat(Expectations.of(listing, "f", Market.SPOT, Role.BOTH)).isEqualTo(Expectation.FORBIDDEN);
        assertThat(Expectations.of(listing, "f", Market.FUTURES, Role.BOTH)).isEqualTo(Expectation.REQUIRED);
        assertThat(Expectations.of(listing, "t", Market.FUTURES, Role.BOTH)).isEqualTo(Expectation.ALLOWED);
        assertThat(Expectations.of(listing, "f", Market.FUTURES, Role.MASTER)).isEqualTo(Expectation.FORBIDDEN);
        assertThat(Expectations.isExcess(listing, Scope.TRADE_FUTURES, "Futures", Market.FUTURES, Role.BOTH))
                .isFalse();
        assertThat(Expectations.isExcess(listing, Scope.TRADE_FUTURES, "Futures", Market.SPOT, Role.BOTH))
                .isTrue();
        assertThat(Expectations.of(listing, Scope.TRADE_FUTURES, Market.SPOT, Role.BOTH))
                .isEqualTo(Expectation.FORBIDDEN);
        assertThat(Expectations.of(listing, Scope.TRADE_SPOT, Market.FUTURES, Role.BOTH))
                .isEqualTo(Expectation.ALLOWED);
        assertThat(Expectations.of(listing, Scope.READ, Market.FUTURES, Role.MASTER))
                .isEqualTo(Expectation.REQUIRED);
    }

    private static Judgement judge(Facts facts) {
        return judge(facts, Map.of());
    }

    private static Judgement judge(Facts facts, Map<String, String> settings) {
        return judge(key(Role.BOTH), told(facts), settings, Set.of());
    }

    private static Judgement judge(KeyCase key, Told told, Map<String, String> settings, Set<Code> accepted) {
        return new Judge(TestSettings.of(settings).policy()).judge(key, told, accepted, NOW);
    }

    private static Told told(Facts facts) {
        return new Told(facts, new ClockReading(0, 5), null, 2, 10, NOW);
    }

    private static KeyCase key(Role role) {
        return key(LISTING, role);
    }

    private static KeyCase key(Listing listing, Role role) {
        return key(listing, role, true, false);
    }

    private static KeyCase key(Listing listing, Role role, boolean checked, boolean testnet) {
        var question = new Question("some", new Credentials("k", "s", "", ""), Market.SPOT, testnet, null);
        return new KeyCase(
                "some",
                "some",
                listing,
                Market.SPOT,
                role,
                true,
                checked,
                "",
                Source.CONFIG,
                null,
                question,
                List.of());
    }

    private static Grant on(String label) {
        return new Grant(State.ON, Evidence.DECLARED, List.of(label), List.of());
    }

    private static Grant off() {
        return new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of());
    }
}
