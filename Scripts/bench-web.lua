-- For wrk: asks for the addresses of LOA_PATHS in turn, or logs sessions of its own making on LOA_DAYS where LOA_UNIT is
-- set, with a pause between two requests of one connection, so that all of them together ask about fifty times a second.
local function words(text)
    local found = {}
    for word in string.gmatch(text or "", "%S+") do found[#found + 1] = word end
    return found
end

local paths, days, count = words(os.getenv("LOA_PATHS")), words(os.getenv("LOA_DAYS")), 0
local unit = os.getenv("LOA_UNIT")
local pause = tonumber(os.getenv("LOA_PAUSE"))
local headers = { [os.getenv("LOA_HEADER")] = os.getenv("LOA_VALUE") }
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init() math.randomseed(os.time() * 10 + number) end

function delay() return pause end

function request()
    count = count + 1
    if not unit then return wrk.format("GET", paths[(count * 7 + number) % #paths + 1], headers) end
    local id = string.format("0196f0%02x-%04x-7%03x-8%03x-%06x%06x", number, math.random(0, 65535),
        math.random(0, 4095), math.random(0, 4095), math.random(0, 16777215), count)
    headers["Content-Type"] = "application/json"
    local body = string.format(
        '{"unit":"%s","day":"%s","form":"club-meeting","minutes":30,"place":"Nhà văn hóa ấp %d, tổ %d",' ..
        '"attendance":[{"audience":"parents","turns":%d}]}',
        unit, days[math.random(#days)], math.random(0, 9999), count, 10 + count % 90)
    return wrk.format("PUT", "/api/v1/sessions/" .. id, headers, body)
end

function response(status, _, body)
    if status >= 300 then io.stderr:write(status .. " " .. string.sub(body, 1, 300) .. "\n") end
end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    print(string.format("FIGURES %.1f %.1f %.1f %.1f %d", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, failed))
end
