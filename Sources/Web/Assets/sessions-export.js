// What has not been sent, as files: one that holds all of it, photos too, and one that the import takes.
self.loaExport = (() => {
    const { t, named } = self.loaChoices;

    const text = (blob) => new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(blob);
    });

    function save(name, type, content) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([content], { type }));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }

    async function json(items) {
        const sessions = [];
        for (const item of items) {
            const photos = [];
            for (const photo of await self.loaStore.photos(item.id)) photos.push({ id: photo.id, data: await text(photo.blob) });
            sessions.push({ id: item.id, ...item.body, photos });
        }
        save(t("buoi-chua-gui.json", "sessions-not-sent.json"), "application/json", JSON.stringify({ sessions }, null, 2));
    }

    // Excel takes a cell that begins like a formula for one.
    function cell(value) {
        const plain = String(value ?? "");
        const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
        return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    }

    const word = (name, value) => {
        const option = [...(document.querySelector(`select[name=${name}]`)?.options ?? [])].find((one) => one.value === value);
        return option?.textContent ?? value ?? "";
    };

    // The columns of the import, with one for each audience that was counted, and the id under which the phone sends
    // the session: whichever comes second changes nothing.
    function csv(items, choices) {
        const ids = [...new Set(items.flatMap((item) => item.body.attendance.map((group) => group.audience)))];
        const audience = (id) => named(choices?.audiences.find((one) => one.id === id)?.name) || id;
        const head = [
            t("Mã buổi", "Session id"), t("Ngày", "Date"), t("Giờ", "Time"), t("Hình thức", "Form"), t("Cấp học", "Level"), t("Địa điểm", "Place"),
            t("Số phút", "Minutes"), t("Chủ đề", "Topics"), t("Tài liệu", "Material"), t("Ghi chú", "Notes"), ...ids.map(audience),
        ];
        const rows = items.map(({ id, body }) => [
            id, body.day.split("-").reverse().join("/"), body.time, word("form", body.form), body.level ? word("level", body.level) : "",
            body.place, body.minutes, (body.topics ?? []).join(", "), body.material, body.notes,
            ...ids.map((id) => body.attendance.find((group) => group.audience === id)?.turns ?? ""),
        ]);
        const lines = [head, ...rows].map((row) => row.map(cell).join(";"));
        save(t("buoi-chua-gui.csv", "sessions-not-sent.csv"), "text/csv;charset=utf-8", `\uFEFF${lines.join("\r\n")}\r\n`);
    }

    return { json, csv };
})();
