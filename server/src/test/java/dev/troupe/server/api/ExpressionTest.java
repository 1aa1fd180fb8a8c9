package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.InvalidOptionsException;
import dev.troupe.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Map<String, Object> VALUES =
            Map.of("actor_id", "A1", "durable", true, "selected_cpu_millicores", 250, "tags", Map.of("room", "Lobby"));

    private static final Properties.Row ROW = new Properties.Row() {
        @Override
        public Optional<Object> value(String property, String key) {
            Object value = VALUES.get(property);
            return value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.ofNullable(value);
        }

        @Override
        public boolean knows(String property) {
            return !property.equals("build_id");
        }
    };

    private static Expression read(String text) throws Exception {
        return Expression.parse(Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), Properties.ACTOR);
    }

    private static String of(String text) throws Exception {
        return read(text).of(ROW).map(Object::toString).orElse("open");
    }

    @Test
    void comparisonsMeanWhatTheirNamesSay() throws Exception {
        List<List<String>> table = List.of(
                List.of("{'string_equal':{'property':'actor_id','value':'A1'}}", "true"),
                List.of("{'string_equal':{'property':'actor_id','value':'a1'}}", "false"),
                List.of("{'string_equal':{'property':'actor_id','value':'a1','case_insensitive':true}}", "true"),
                List.of("{'string_not_equal':{'property':'actor_id','value':'a1'}}", "true"),
                List.of("{'string_in':{'property':'actor_id','values':['x','A1']}}", "true"),
                List.of("{'string_not_in':{'property':'actor_id','values':['x','A1']}}", "false"),
                List.of("{'string_contains':{'property':'tags','map_key':'room','value':'obb'}}", "true"),
                List.of("{'string_contains':{'property':'tags','map_key':'room','value':'.'}}", "false"),
                List.of("{'string_match_regex':{'property':'tags','map_key':'room','pattern':'^L.*y$'}}", "true"),
                List.of("{'string_equal':{'property':'tags','map_key':'none','value':''}}", "true"),
                List.of("{'string_not_equal':{'property':'tags','map_key':'none','value':'x'}}", "true"),
                List.of("{'bool_equal':{'property':'durable','value':true}}", "true"),
                List.of("{'bool_not_equal':{'property':'durable','value':true}}", "false"),
                List.of("{'number_equal':{'property':'selected_cpu_millicores','value':250}}", "true"),
                List.of("{'number_not_equal':{'property':'selected_cpu_millicores','value':250.5}}", "true"),
                List.of("{'number_in':{'property':'selected_cpu_millicores','values':[1,250]}}", "true"),
                List.of("{'number_not_in':{'property':'selected_cpu_millicores','values':[1,250]}}", "false"),
                List.of("{'number_less':{'property':'selected_cpu_millicores','value':250}}", "false"),
                List.of("{'number_less_or_equal':{'property':'selected_cpu_millicores','value':250}}", "true"),
                List.of("{'number_greater':{'property':'selected_cpu_millicores','value':249}}", "true"),
                List.of("{'number_greater_or_equal':{'property':'selected_cpu_millicores','value':251}}", "false"),
                // what is missing compares to nothing
                List.of("{'number_greater':{'property':'destroyed_at','value':0}}", "false"),
                List.of("{'number_less_or_equal':{'property':'destroyed_at','value':0}}", "false"));
        for (List<String> row : table) {
            assertEquals(row.get(1), of(row.get(0)), row.get(0));
        }
    }

    @Test
    void whatIsNotKnownLeavesOpenWhatItDecides() throws Exception {
        String open = "{'string_equal':{'property':'build_id','value':'b'}}";
        String yes = "{'bool_equal':{'property':'durable','value':true}}";
        String no = "{'bool_equal':{'property':'durable','value':false}}";
        assertEquals("open", of(open));
        assertEquals("open", of("{'and':{'exprs':[" + open + "," + yes + "]}}"));
        assertEquals("false", of("{'and':{'exprs':[" + open + "," + no + "]}}"));
        assertEquals("true", of("{'or':{'exprs':[" + open + "," + yes + "]}}"));
        assertEquals("open", of("{'or':{'exprs':[" + open + "," + no + "]}}"));
        assertTrue(read(open).mayBeTrueOf(ROW));
        assertEquals(false, read(open).isTrueOf(ROW));
    }

    @Test
    void whatIsWrongIsTold() {
        List<List<String>> table = List.of(
                List.of("[]", "object with one name"),
                List.of("{}", "object with one name"),
                List.of("{'and':1}", "object with one name"),
                List.of("{'and':{'exprs':[]}}", "one part or more"),
                List.of("{'and':{'exprs':{}}}", "one part or more"),
                List.of("{'xor':{'exprs':[]}}", "no field"),
                List.of("{'like':{'property':'actor_id','value':'x'}}", "\"like\" is unknown"),
                List.of("{'number_near':{'property':'actor_id','value':1}}", "\"number_near\" is unknown"),
                List.of("{'string_equal':{'value':'x'}}", "\"property\" must be a string"),
                List.of("{'string_equal':{'property':'actor_id'}}", "\"value\" must be a string"),
                List.of("{'string_equal':{'property':'actor_id','value':1}}", "\"value\" must be a string"),
                List.of("{'string_equal':{'property':'nobody','value':'x'}}", "\"nobody\" is unknown"),
                List.of("{'string_equal':{'property':'durable','value':'x'}}", "is a bool"),
                List.of("{'number_less':{'property':'actor_id','value':1}}", "is a string"),
                List.of("{'string_equal':{'property':'tags','value':'x'}}", "map_key"),
                List.of("{'string_equal':{'property':'tags','map_key':1,'value':'x'}}", "map_key"),
                List.of("{'string_equal':{'property':'actor_id','map_key':'a','value':'x'}}", "map_key"),
                List.of("{'string_equal':{'property':'actor_id','value':'x','case_insensitive':1}}", "true or false"),
                List.of("{'string_equal':{'property':'actor_id','value':'x','case_sensitive':true}}", "no field"),
                List.of("{'string_in':{'property':'actor_id','values':[]}}", "1 to 1000"),
                List.of("{'string_in':{'property':'actor_id','values':[1]}}", "strings"),
                List.of("{'number_in':{'property':'created_at','values':['1']}}", "number"),
                List.of("{'bool_equal':{'property':'durable','value':'true'}}", "true or false"));
        for (List<String> row : table) {
            ApiFailure told = assertThrows(ApiFailure.class, () -> read(row.get(0)), row.get(0));
            assertTrue(String.valueOf(told.getMessage()).contains(row.get(1)), told.getMessage());
        }
        String many = "{'bool_equal':{'property':'durable','value':true}},".repeat(64);
        assertThrows(ApiFailure.class, () -> read("{'and':{'exprs':[" + many.substring(0, many.length() - 1) + "]}}"));
        assertThrows(
                InvalidOptionsException.class,
                () -> read("{'string_match_regex':{'property':'actor_id','pattern':'('}}"));
    }
}
