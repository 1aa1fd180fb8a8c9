import { greeting } from "./beside.mts";

export default { start: () => console.log(`beside: ${greeting satisfies string}`) };
