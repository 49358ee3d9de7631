-- What a writer does in Neovim: `nvim --headless --clean -l` is not in every version, so this is sourced with `-S`.
-- The environment says which program and which site. What was seen is written as JSON into the file SEEN.
local root, program, seen = vim.env.SITE, vim.env.MUWAZANA, {}
local path = root .. "/content/dimensions/cost/en.md"

local function wait(what, is_so)
  if not vim.wait(30000, is_so, 20) then error("waited in vain for " .. what) end
end

local function work()
  vim.cmd("edit " .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = "muwazana", cmd = { program, "lsp", "--root", root }, root_dir = root })
  vim.lsp.buf_attach_client(buffer, client)
  wait("the server", function() return vim.lsp.get_client_by_id(client).initialized end)

  local function ask(method, row, column, more)
    local params = {
      textDocument = vim.lsp.util.make_text_document_params(buffer),
      position = { line = row, character = column },
    }
    local answer = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", params, more or {}), 30000)
    local said = answer and answer[client]
    if not said or said.err then error(method .. ": " .. vim.inspect(said)) end
    return said.result
  end

  -- A line is typed before the first section, with a link that is not finished.
  local first
  for n, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if not first and vim.startswith(line, "## ") then first = n - 1 end
  end
  vim.api.nvim_buf_set_lines(buffer, first, first, false, { "See [[fre", "" })
  for _, item in ipairs(ask("textDocument/completion", first, 9)) do
    if item.label == "freedom" then
      vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, "utf-16")
    end
  end
  seen.line = vim.api.nvim_buf_get_lines(buffer, first, first + 1, false)[1]
  seen.hover = ask("textDocument/hover", first, 8).contents.value

  vim.api.nvim_buf_set_lines(buffer, first + 1, first + 1, false, { "And [[fredom]]." })
  -- What was said of the unfinished link may still stand.
  wait("a fault", function()
    for _, fault in ipairs(vim.diagnostic.get(buffer)) do
      if fault.message:find("fredom", 1, true) then seen.fault = fault.message end
    end
    return seen.fault ~= nil
  end)
  vim.api.nvim_buf_set_lines(buffer, first + 1, first + 2, false, {})
  wait("no fault", function() return #vim.diagnostic.get(buffer) == 0 end)

  -- A section gets another name in both languages.
  local edit = ask("textDocument/rename", first + 2, 3, { newName = "claimed" })
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  vim.cmd("silent wall")
end

local ok, problem = pcall(work)
if not ok then seen.problem = tostring(problem) end
local file = io.open(vim.env.SEEN, "w")
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd("qall!")
