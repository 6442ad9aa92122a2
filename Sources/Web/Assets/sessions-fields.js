// What stands in the session form: as a draft keeps it, as the API takes it, and what is wrong with it.
self.loaFields = (form, known) => {
    const { show: showAudiences, t, today } = self.loaChoices;
    const field = (name) => form.elements.namedItem(name);

    function values() {
        const found = {};
        for (const [name, value] of new FormData(form)) {
            if (typeof value === "string" && value !== "" && name !== "csrf" && name !== "id") (found[name] ??= []).push(value);
        }
        return found;
    }

    function apply(found) {
        for (const control of form.elements) {
            if (!control.name || control.type === "file" || control.type === "hidden") continue;
            const given = found[control.name];
            if (control.type === "radio" || control.type === "checkbox") control.checked = Boolean(given?.includes(control.value));
            else if (given) [control.value] = given;
        }
        showAudiences(form, Object.keys(found).filter((name) => name.startsWith("attendance.")).map((name) => name.slice(11)));
    }

    const number = (name) => {
        const digits = (field(name)?.value ?? "").replace(/[.,\s]/g, "");
        return digits === "" ? null : Number(digits);
    };

    const checked = (name) => [...form.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value);

    const chosen = (name) => form.querySelector(`[name="${name}"]:checked`)?.value ?? null;

    function place() {
        const quick = chosen("quickPlace");
        if (quick && quick !== "other") {
            if (quick.startsWith("=")) return { place: quick.slice(1), placeUnit: null };
            const listed = known.choices.places.find((one) => one.id === quick);
            const before = known.recent.find((one) => one.placeUnit === quick);
            return { place: listed?.name.vi ?? before?.place ?? "", placeUnit: quick };
        }
        const placeUnit = field("placeUnit").value || null;
        const typed = field("place").value.trim();
        return { place: typed || (known.choices.places.find((one) => one.id === placeUnit)?.name.vi ?? ""), placeUnit };
    }

    function kit() {
        const quick = chosen("quickKit");
        const value = quick && quick !== "other" ? quick : field("material").value;
        const [material, revision] = value ? value.split(" ") : [null, null];
        return { material, revision: revision ?? null };
    }

    function attendance() {
        return known.choices.audiences.map(({ id: audience }) => {
            const [turns, female, male] = ["attendance", "female", "male"].map((name) => number(`${name}.${audience}`));
            if (turns === null && female === null && male === null) return null;
            return { audience, turns: turns ?? (female ?? 0) + (male ?? 0), female, male };
        }).filter(Boolean);
    }

    function handouts() {
        return [...form.querySelectorAll("#handouts select")].map((select) => ({
            material: select.value, quantity: number(select.name.replace("handout", "quantity")),
        })).filter((one) => one.material);
    }

    // As the API takes it; members without a value are left out.
    function body() {
        const others = field("otherSpeakers").value.split("\n").map((role) => role.trim()).filter(Boolean);
        const whole = {
            unit: field("unit").value, day: field("day").value, time: field("time").value, ...place(), ...kit(),
            form: field("form").value, level: field("level").value, minutes: number("minutes"), attendance: attendance(),
            topics: checked("topics"), coHosts: checked("coHosts"), speakers: [...new Set([...checked("speakers"), ...others])],
            handouts: handouts(), method: field("method").value, notes: field("notes").value.trim(), cost: number("cost"),
            campaign: field("campaign").value,
        };
        return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null && value !== "" && value?.length !== 0));
    }

    function clearMistakes() {
        for (const old of form.querySelectorAll(".mistake")) old.remove();
        for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
        for (const wrong of form.querySelectorAll(".field-wrong")) wrong.classList.remove("field-wrong");
    }

    function mark(name, message) {
        const within = {
            attendance: "#audiences", place: "#other-place", material: "#other-kit", topics: "#topics", coHosts: "#partners",
            speakers: "#speakers",
        };
        const quick = name === "place" && !document.getElementById("quickPlace").hidden ? document.getElementById("quickPlace") : null;
        const control = name.startsWith("handouts.")
            ? [...form.querySelectorAll("#handouts select")].find((select) => select.value === name.slice(9)) : form.querySelector(`[name="${name}"]`);
        const holder = quick ?? control?.closest(".audience, .field") ?? form.querySelector(within[name] ?? "#audiences");
        const line = document.createElement("p");
        line.className = "mistake";
        line.id = `m-${name}`;
        line.textContent = message;
        holder.append(line);
        holder.classList.add("field-wrong");
        if (control) {
            control.setAttribute("aria-invalid", "true");
            control.setAttribute("aria-describedby", line.id);
        }
        for (let fold = holder.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
        return (quick ?? control ?? holder).matches("input, select, textarea") ? control : holder.querySelector("input, select, textarea");
    }

    function mistakes(session) {
        const found = [];
        if (!session.place) found.push(["place", t("Chọn trường hoặc ghi tên nơi tổ chức.", "Choose a school or name the place.")]);
        if (!session.day) found.push(["day", t("Ghi ngày.", "Give the day.")]);
        if (session.day > today(form)) found.push(["day", t("Ngày chưa đến; chỉ ghi buổi đã diễn ra.", "Still to come; log a session once it has taken place.")]);
        if (!session.unit) found.push(["unit", t("Chọn đơn vị.", "Choose the unit.")]);
        if (!(session.minutes >= 1 && session.minutes <= 1440)) found.push(["minutes", t("Số phút từ 1 đến 1440.", "Minutes are 1 to 1440.")]);
        if (!session.attendance) found.push(["attendance", t("Ghi số lượt của ít nhất một đối tượng.", "Count at least one audience.")]);
        for (const group of session.attendance ?? []) {
            const name = `attendance.${group.audience}`;
            if (![group.turns, group.female ?? 0, group.male ?? 0].every((count) => Number.isInteger(count) && count >= 0)) {
                found.push([name, t("Chỉ ghi số.", "Digits only.")]);
            } else if ((group.female ?? 0) + (group.male ?? 0) > group.turns) {
                found.push([name, t("Nữ và nam cộng lại nhiều hơn số lượt.", "Female and male exceed the turns.")]);
            }
        }
        for (const one of session.handouts ?? []) if (!(one.quantity > 0)) found.push([`handouts.${one.material}`, t("Ghi số bản đã phát.", "Give the number handed out.")]);
        return found;
    }

    // Whether anything was counted: what is worth keeping.
    const isBegun = () => Object.keys(values()).some((name) => name.startsWith("attendance."));

    return { values, apply, place, kit, attendance, chosen, body, mistakes, mark, clearMistakes, isBegun };
};
